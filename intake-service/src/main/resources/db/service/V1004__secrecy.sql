-- A ticket is secret from the command on, and not only from when the log has been read.
grant update (secret) on ticket to ${app};
