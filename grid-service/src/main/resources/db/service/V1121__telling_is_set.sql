-- How people are told is set by the API: by which ways, and in which words, for everybody or for a region.
ALTER TABLE notification_template
    ADD COLUMN region text COLLATE "C" NOT NULL DEFAULT '',     -- holds in it and all that lies in it; empty anywhere
    DROP CONSTRAINT notification_template_pkey,
    ADD PRIMARY KEY (matter, channel, region),
    DROP CONSTRAINT notification_template_matter_check,
    ADD CHECK (matter IN ('ASSIGNED', 'APPROACHING', 'ESCALATED', 'SUPERVISED', 'WHISTLED', 'CALLED_OFF'));

-- Those who are on their way and need not come any more.
INSERT INTO notification_template (matter, channel, title, body) VALUES
    ('CALLED_OFF', 'PUSH', '撤哨', '{place}的吹哨已结束：{category}，不必再到场。工单{number}'),
    ('CALLED_OFF', 'SMS', '撤哨', '【12345】{place}的吹哨（{category}）已结束，不必再到场。工单{number}'),
    ('CALLED_OFF', 'VOICE', '撤哨', '这里是12345热线。{place}的吹哨已结束，{category}，不必再到场。');

GRANT INSERT, UPDATE ON notification_rule, notification_template TO ${app};
ALTER TABLE notification_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_rule_public ON notification_rule FOR SELECT USING (true);
CREATE POLICY notification_rule_added ON notification_rule FOR INSERT TO ${app} WITH CHECK (may_set_rule(region));
CREATE POLICY notification_rule_changed ON notification_rule FOR UPDATE TO ${app} USING (may_set_rule(region));
ALTER TABLE notification_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_template FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_template_public ON notification_template FOR SELECT USING (true);
CREATE POLICY notification_template_added ON notification_template FOR INSERT TO ${app} WITH CHECK (may_set_rule(region));
CREATE POLICY notification_template_changed ON notification_template FOR UPDATE TO ${app} USING (may_set_rule(region));

-- The clock that a message warns of: once its act is done, nobody is warned any more.
ALTER TABLE notification ADD COLUMN clock uuid;
CREATE INDEX notification_light ON notification (ticket_id) WHERE clock IS NOT NULL AND next_at IS NOT NULL;
