-- Who must not have a ticket since it is about them (利益回避): how the ids of those units begin. A dispatcher is held to it too.
alter table routing_ticket add column conflict text;
