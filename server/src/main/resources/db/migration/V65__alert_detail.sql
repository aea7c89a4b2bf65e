-- What a person should read about an alert besides its rule and place, in both languages; said anew
-- while it is active.
alter table alert add column detail_zh text;
alter table alert add column detail_en text;
