-- An event's data are shown as they were read: see the mesh's migration of the same day.
alter table ticket_event alter column data type json using data::text::json;
