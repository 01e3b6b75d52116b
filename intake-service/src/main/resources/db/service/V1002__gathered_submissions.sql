-- The hot insert writes several tickets in one statement and has to know which of their keys were new. The location tells it
-- by the ticket's id, which it has made itself; the replies, bodies and keys of others stay out of its sight.
grant select (location) on idempotency to ${insert};
