-- The databases and login roles of the mesh, made once by a superuser and safe to run again:
--
--   psql -v ON_ERROR_STOP=1 -v password="$PASSWORD" -f deploy/db/bootstrap.sql
--
-- Every new role gets the given password; roles that exist keep theirs. Better each is then given one of its own, so that
-- whoever has an app role's cannot log in as the owner: ALTER ROLE intake_app PASSWORD ..., and to the services
-- chuishao.db.{owner,app,reader,insert}.password (CHUISHAO_DB_APP_PASSWORD ...). Postgres 15 or later: there a database's
-- owner owns its schema public, and nobody else may create in it.

select set_config('chuishao.password', :'password', false);

do $$
declare
  login text;
begin
  foreach login in array array[
    'intake_owner', 'intake_app', 'intake_reader', 'intake_insert',
    'routing_owner', 'routing_app', 'routing_reader',
    'grid_owner', 'grid_app', 'grid_reader',
    'analytics_owner', 'analytics_app', 'analytics_reader'
  ] loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I password %L', login, current_setting('chuishao.password'));
    end if;
    -- Row-level security binds only those who cannot step around it.
    execute format('alter role %I login nosuperuser nobypassrls nocreatedb nocreaterole noreplication', login);
  end loop;
end
$$;

select format('create database %I owner %I', service, service || '_owner')
from unnest(array['intake', 'routing', 'grid', 'analytics']) as service
where not exists (select from pg_database where datname = service)
\gexec

do $$
declare
  service text;
begin
  foreach service in array array['intake', 'routing', 'grid', 'analytics'] loop
    execute format('revoke all on database %I from public', service);
    execute format('grant connect on database %I to %I, %I', service, service || '_app', service || '_reader');
  end loop;
  grant connect on database intake to intake_insert;
end
$$;
