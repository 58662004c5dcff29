CREATE UNIQUE INDEX CONCURRENTLY staff_notice_once ON staff_notice USING btree (staff_id, kind, md5(detail)) WHERE once;
