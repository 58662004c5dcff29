-- Days (UTC) on which the worker opens a draft and after which it closes an open petition.
ALTER TABLE "petition" ADD COLUMN "opens_on" DATE, ADD COLUMN "closes_on" DATE;
ALTER TABLE "petition" ADD CONSTRAINT "petition_plan" CHECK ("closes_on" >= "opens_on");
