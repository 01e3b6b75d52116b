-- Being told (告知送达): who is told of what, by which ways and in which words; and who is there to be told.

-- When a worker is away. Whoever places an assignment or tells somebody passes him by.
CREATE TABLE absence (
    id         uuid        PRIMARY KEY,
    worker     text COLLATE "C" NOT NULL REFERENCES worker,
    unit       text COLLATE "C" NOT NULL,
    region     text COLLATE "C" NOT NULL,
    stand_in   text COLLATE "C" REFERENCES worker CHECK (stand_in <> worker),
    from_at    timestamptz NOT NULL,
    to_at      timestamptz NOT NULL CHECK (to_at > from_at),
    created_at timestamptz NOT NULL DEFAULT app_now()
);
COMMENT ON COLUMN absence.unit IS 'the worker''s, as his region: by them it is seen';
COMMENT ON COLUMN absence.stand_in IS 'who has his work meanwhile; null leaves it to the backup or the unit''s desk';
CREATE INDEX absence_worker ON absence (worker, to_at);
GRANT SELECT, INSERT ON absence TO ${app};
GRANT SELECT ON absence TO ${reader};
ALTER TABLE absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE absence FORCE ROW LEVEL SECURITY;
CREATE POLICY absence_scope ON absence TO ${app} USING (in_scope(region, ARRAY[unit], worker));
CREATE POLICY absence_reader ON absence FOR SELECT TO ${reader} USING (true);

-- Whether somebody is away. Whoever may ask for a role's holder may know it of him.
CREATE FUNCTION absent(who text, at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (SELECT FROM absence a WHERE a.worker = who AND a.from_at <= at AND at < a.to_at);

-- When a unit's desk is manned; one without a row is so round the clock. Public reference data, as units are.
CREATE TABLE duty_hours (
    unit    text COLLATE "C" PRIMARY KEY REFERENCES unit,
    region  text COLLATE "C" NOT NULL,
    from_at time NOT NULL,
    to_at   time NOT NULL CHECK (to_at <> from_at)      -- may pass midnight
);
COMMENT ON COLUMN duty_hours.region IS 'the unit''s: who has it in his scope sets the hours';
GRANT SELECT, INSERT, UPDATE, DELETE ON duty_hours TO ${app};
GRANT SELECT ON duty_hours TO ${reader};
ALTER TABLE duty_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE duty_hours FORCE ROW LEVEL SECURITY;
CREATE POLICY duty_hours_public ON duty_hours FOR SELECT USING (true);
CREATE POLICY duty_hours_set ON duty_hours TO ${app} USING (in_scope(region, ARRAY[unit], NULL));

-- By which ways somebody is told, one after the other, and who is next. What a province may set otherwise, for itself or
-- for a region.
CREATE TABLE notification_rule (
    severity   text      NOT NULL,
    addressee  text      NOT NULL CHECK (addressee IN ('HOLDER', 'BACKUP', 'DESK', 'ABOVE')),
    region     text COLLATE "C" NOT NULL DEFAULT '',        -- holds in it and all that lies in it; empty anywhere
    channels   varchar[] NOT NULL CHECK (channels <@ '{PUSH,SMS,VOICE}' AND cardinality(channels) > 0),
    seconds    integer   NOT NULL CHECK (seconds BETWEEN 10 AND 86400),   -- for a receipt, each way
    climbs     boolean   NOT NULL,                          -- undelivered by all ways it goes to the next addressee
    quiet_from time,                                        -- Beijing time; what falls between them waits for the end
    quiet_to   time,
    PRIMARY KEY (severity, addressee, region),
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL) AND quiet_from <> quiet_to),
    CHECK (quiet_from IS NULL OR severity NOT IN ('CRITICAL', 'URGENT'))
);
COMMENT ON COLUMN notification_rule.addressee IS 'the worker; his backup in grid and role; his unit''s desk; the unit above';
INSERT INTO notification_rule (severity, addressee, channels, seconds, climbs) VALUES
    ('CRITICAL', 'HOLDER', '{PUSH,SMS,VOICE}', 60, true),
    ('CRITICAL', 'BACKUP', '{PUSH,SMS,VOICE}', 60, true),
    ('CRITICAL', 'DESK', '{PUSH,VOICE}', 60, true),
    ('CRITICAL', 'ABOVE', '{PUSH,VOICE}', 60, true);
INSERT INTO notification_rule (severity, addressee, channels, seconds, climbs)
SELECT 'URGENT', addressee, '{PUSH,SMS}', 300, false FROM unnest(ARRAY['HOLDER', 'BACKUP', 'DESK', 'ABOVE']) addressee;
INSERT INTO notification_rule (severity, addressee, channels, seconds, climbs, quiet_from, quiet_to)
SELECT severity, addressee, '{PUSH}', 3600, false, '22:00', '07:00'
FROM unnest(ARRAY['INQUIRY', 'ORDINARY', 'SUGGESTION', 'COMPLEX', 'PROMISED', 'STATUTORY']) severity,
     unnest(ARRAY['HOLDER', 'BACKUP', 'DESK', 'ABOVE']) addressee;

-- The words. {number} {category} {place} {limit} {act} {level} are filled in; there is no more of the matter in them, and
-- nothing of the caller.
CREATE TABLE notification_template (
    matter  text NOT NULL CHECK (matter IN ('ASSIGNED', 'APPROACHING', 'ESCALATED', 'SUPERVISED', 'WHISTLED')),
    channel text NOT NULL CHECK (channel IN ('PUSH', 'SMS', 'VOICE')),
    title   text NOT NULL,
    body    text NOT NULL,
    PRIMARY KEY (matter, channel)
);
INSERT INTO notification_template (matter, channel, title, body) VALUES
    ('ASSIGNED', 'PUSH', '{level}新工单', '{category}，{place}。请{limit}签收。工单{number}'),
    ('ASSIGNED', 'SMS', '{level}新工单', '【12345】您有{level}新工单{number}：{category}，{place}。请{limit}签收。'),
    ('ASSIGNED', 'VOICE', '{level}新工单', '这里是12345热线。您有一件{level}新工单，{category}，地点{place}。请{limit}签收。'),
    ('APPROACHING', 'PUSH', '黄灯提醒', '{category}，{place}，请{limit}{act}。工单{number}'),
    ('APPROACHING', 'SMS', '黄灯提醒', '【12345】{level}工单{number}（{category}，{place}）即将到期，请{limit}{act}。'),
    ('APPROACHING', 'VOICE', '黄灯提醒', '这里是12345热线。{place}的{category}{level}工单即将到期，请{limit}{act}。'),
    ('ESCALATED', 'PUSH', '超期上报', '{category}，{place}，下级逾期未办，请督促。工单{number}'),
    ('ESCALATED', 'SMS', '超期上报', '【12345】{level}工单{number}（{category}，{place}）下级逾期未办，现报请督促。'),
    ('ESCALATED', 'VOICE', '超期上报', '这里是12345热线。{place}的{category}{level}工单，下级逾期未办，现报请督促。'),
    ('SUPERVISED', 'PUSH', '督办', '{category}，{place}，已列入督办，请督促办理。工单{number}'),
    ('SUPERVISED', 'SMS', '督办', '【12345】{level}工单{number}（{category}，{place}）已列入督办，请督促办理。'),
    ('SUPERVISED', 'VOICE', '督办', '这里是12345热线。{place}的{category}{level}工单已列入督办，请督促办理。'),
    ('WHISTLED', 'PUSH', '{level}吹哨', '{place}吹哨：{category}。请{limit}应哨。工单{number}'),
    ('WHISTLED', 'SMS', '{level}吹哨', '【12345】{place}吹哨：{level}{category}，请{limit}应哨并报到。工单{number}'),
    ('WHISTLED', 'VOICE', '{level}吹哨', '这里是12345热线。{place}吹哨，{level}{category}，请{limit}应哨并报到。');

-- What the words call a category. Categories are routing's; one that is not named here is called a matter (诉求).
CREATE TABLE category_name (
    code text PRIMARY KEY,
    name text NOT NULL
);
INSERT INTO category_name (code, name) VALUES
    ('PUBLIC_ORDER', '社会治安'),
    ('RESIDENCE_PAPERS', '户籍证件'),
    ('TRAFFIC_POLICE', '交通秩序'),
    ('SCHOOLS', '中小学教育'),
    ('ADMISSION', '招生入学'),
    ('KINDERGARTEN', '学前教育'),
    ('TRAINING', '校外培训'),
    ('HEATING_OFF', '停暖不热'),
    ('HEATING_SERVICE', '供热服务'),
    ('POWER_OFF', '停电'),
    ('POWER_SERVICE', '供电服务'),
    ('GAS_OFF', '停气'),
    ('GAS_SERVICE', '供气服务'),
    ('WATER_OFF', '停水'),
    ('WATER_SERVICE', '供水服务'),
    ('PROPERTY_SERVICE', '物业服务'),
    ('PROPERTY_FUND', '维修资金'),
    ('STREET_CLEANING', '环境卫生'),
    ('NOISE', '噪音扰民'),
    ('AIR_POLLUTION', '大气污染'),
    ('WATER_POLLUTION', '水体污染'),
    ('ROADS', '道路设施'),
    ('DRAINAGE', '排水内涝'),
    ('PARKING', '停车'),
    ('PUBLIC_TRANSPORT', '公共交通'),
    ('STREET_TRADE', '占道经营'),
    ('ILLEGAL_BUILDING', '违法建设'),
    ('GREENERY', '园林绿化'),
    ('ANIMALS', '养犬与动物'),
    ('NEIGHBOURS', '邻里纠纷'),
    ('ELDERLY_CARE', '养老助残'),
    ('VILLAGE_AFFAIRS', '村务农业'),
    ('COMMUNITY', '社区事务'),
    ('DEMOLITION', '征地拆迁'),
    ('HOUSING_DEALS', '房产交易'),
    ('HOUSING_AID', '住房保障'),
    ('BUILDING_QUALITY', '工程质量'),
    ('MEDICAL_INSURANCE', '医保'),
    ('SOCIAL_INSURANCE', '社保'),
    ('LABOUR', '劳动权益'),
    ('EMPLOYMENT', '就业人才'),
    ('HEALTH', '医疗卫生'),
    ('MARKET', '市场监管'),
    ('TELECOM', '通信邮政'),
    ('TOURISM_CULTURE', '文化旅游'),
    ('TAX_FINANCE', '税费金融'),
    ('CIVIL_AFFAIRS', '民政救助'),
    ('PLANNING', '城乡规划'),
    ('GOVERNMENT_STYLE', '政务作风'),
    ('SAFETY_HAZARD', '安全隐患'),
    ('OTHER', '其他');
GRANT SELECT ON notification_rule, notification_template, category_name TO ${app}, ${reader};

-- One row for each step of telling somebody: a way and a person. The row is its own clock: next_at says when it is sent,
-- sent again, or given up for the next step.
CREATE TABLE notification (
    id           uuid        PRIMARY KEY,
    chain        uuid        NOT NULL,
    step         integer     NOT NULL CHECK (step >= 1),
    cause        uuid        NOT NULL,
    matter       text        NOT NULL,
    ticket_id    uuid        NOT NULL,
    lock_key     bigint      NOT NULL,
    assignment   uuid,
    whistle_call uuid,
    number       text,
    category     text,
    severity     text        NOT NULL,
    region       text COLLATE "C" NOT NULL,
    act          text,
    due_at       timestamptz,
    desk         text        NOT NULL,
    holder       text,
    grid         text COLLATE "C",
    addressee    text        NOT NULL,
    unit         text        NOT NULL,
    role         text,
    worker       text,
    channel      text        NOT NULL,
    seconds      integer     NOT NULL,
    state        text        NOT NULL DEFAULT 'WAITING'
                 CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'MOOT')),
    band         smallint    NOT NULL,
    next_at      timestamptz,
    ends_at      timestamptz,
    attempts     integer     NOT NULL DEFAULT 0,
    receipt      text        CHECK (receipt IN ('DELIVERED', 'FAILED')),
    fault        text,
    created_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    delivered_at timestamptz,
    read_at      timestamptz,
    ended_at     timestamptz
);
COMMENT ON COLUMN notification.id IS 'also what a provider knows it by, however often it is sent';
COMMENT ON COLUMN notification.chain IS 'its first step';
COMMENT ON COLUMN notification.cause IS 'the event on the log that it is about';
COMMENT ON COLUMN notification.act IS 'what is owed by due_at, where a clock is about to run out';
COMMENT ON COLUMN notification.desk IS 'the unit that answers for it; with holder and grid it says who is next';
COMMENT ON COLUMN notification.seconds IS 'within which a receipt has to come';
COMMENT ON COLUMN notification.state IS 'MOOT: he acted before it reached him, or the ticket went on without him';
COMMENT ON COLUMN notification.band IS '0: what cannot wait, sent beside the rest and not behind it';
COMMENT ON COLUMN notification.next_at IS 'null when nothing is to be done any more';
COMMENT ON COLUMN notification.ends_at IS 'when its step is over; null until it is first sent';
COMMENT ON COLUMN notification.receipt IS 'what came back, until the step ends by it';

-- What is due.
CREATE INDEX notification_next ON notification (band, next_at) WHERE next_at IS NOT NULL;
-- An event is told to each once, however often it is read.
CREATE UNIQUE INDEX notification_once ON notification (cause, desk, coalesce(holder, '')) WHERE step = 1;
-- Lists: newest first, of a worker, a unit, a ticket, a region; and what is moot of a ticket.
CREATE INDEX notification_worker ON notification (worker, id) WHERE worker IS NOT NULL;
CREATE INDEX notification_unit ON notification (unit, id);
CREATE INDEX notification_ticket ON notification (ticket_id, id);
CREATE INDEX notification_region ON notification (region, id);
CREATE INDEX notification_age ON notification USING brin (created_at);

GRANT SELECT ON notification TO ${app};
GRANT UPDATE (receipt, delivered_at, read_at, next_at, fault) ON notification TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO ${reader};
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_seen ON notification FOR SELECT TO ${app} USING (in_scope(region, ARRAY[unit], worker));
CREATE POLICY notification_received ON notification FOR UPDATE TO ${app} USING (in_scope(region, ARRAY[unit], worker));
CREATE POLICY notification_reader ON notification TO ${reader} USING (true);
