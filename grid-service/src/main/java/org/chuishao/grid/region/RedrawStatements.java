package org.chuishao.grid.region;

/** The SQL of splits and merges; codes are handed in with commas between them, and each statement answers one text. */
final class RedrawStatements {

    static final String STANDING = """
            with asked as (select string_to_array(cast(?1 as text), ',') as old, string_to_array(cast(?2 as text), ',') as wanted),
            grid as (
                select code, kind, parent, households, valid_from, valid_to, json_build_object('code', code, 'households', households,
                    'validFrom', valid_from, 'validTo', valid_to, 'wkb', encode(outline, 'hex')) as it
                from region where level = 6)
            select cast(json_build_object('now', app_now(),
                'old', (select coalesce(json_agg(it order by code), '[]') from grid, asked where code = any(old)),
                'taken', (select coalesce(json_agg(code), '[]') from region, asked where code = any(wanted)),
                'staying', (select coalesce(json_agg(it), '[]') from grid, asked
                    where parent = left(old[1], 12) and kind = 'BASE' and code <> all(old)
                      and (valid_to is null or valid_to > app_now()))) as text)
            """;
    static final String WRITE = """
            with asked as (
                select string_to_array(cast(?2 as text), ',') as old, cast(cast(?3 as text) as timestamptz) as at),
            laid as (
                select f.* from json_to_recordset(cast(cast(?1 as text) as json))
                    as f (code text, name text, households int, outline text)),
            ended as (
                update region set valid_to = at from asked where code = any(old) returning code, kind, parent),
            added as (
                insert into region (code, level, name, parent, kind, households, synthetic, valid_from, outline)
                select l.code, 6, l.name, e.parent, e.kind, l.households, false, at, decode(l.outline, 'hex')
                from laid l, asked, (select distinct kind, parent from ended) e),
            succeeded as (
                insert into region_successor (code, successor) select e.code, l.code from ended e, laid l),
            left_off as (
                update membership m set valid_to = at from asked
                where grid = any(old) and valid_from < at and (valid_to is null or valid_to > at)),
            carried as (
                insert into membership (grid, role, worker, line, backup, valid_from, valid_to)
                select distinct on (l.code, m.role, m.worker) l.code, m.role, m.worker, m.line, m.backup,
                    greatest(m.valid_from, at), m.valid_to
                from laid l, asked, membership m
                where m.grid = any(old) and (m.valid_to is null or m.valid_to > at)
                order by l.code, m.role, m.worker, m.backup, m.valid_to desc nulls first
                returning grid)
            select cast(count(*) as text) from carried
            """;
    static final String PUBLISH = "select cast(publish_regions(string_to_array(cast(?1 as text), ',')) as text)";
    static final String AUDIT = """
            with noted as (
                insert into audit (role, actor, action, detail) values (?1, ?2, 'grids.redrawn', ?3))
            select 'noted'
            """;

    private RedrawStatements() {}
}
