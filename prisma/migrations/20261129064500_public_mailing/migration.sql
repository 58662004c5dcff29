-- Since when a mailing that was sent also stands on its petition's page.
ALTER TABLE mailing ADD COLUMN public_at timestamptz(3);
