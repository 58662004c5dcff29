-- The member that an activity renamed, closed or merged with another.
ALTER TABLE "activity" ADD COLUMN "member_id" uuid;
ALTER TABLE "activity" ADD CONSTRAINT "activity_member_id_fkey" FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE SET NULL;
-- The first content of databases that have it already.
UPDATE activity SET member_id = member.id
FROM member, (VALUES
    ('nk-watch-2013', 'free-nk-gulag'),
    ('unification-media-group-2014', 'open-north-korea'),
    ('burma-partnership-2016', 'burma-partnership')
) AS changed (activity, member)
WHERE activity.slug = changed.activity AND member.slug = changed.member;
