import type { Locator, Page } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'

/**
 * The row of a petition in the list of the admin area, which is opened: by where it leads, since the list has titles
 * alone.
 */
export async function petitionRow(
  page: Page,
  slug: string,
  site: { env: Record<string, string> } = thisSite(),
): Promise<Locator> {
  const client = await connect(site.env.DATABASE_URL ?? '')
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM petition WHERE slug = $1', [slug])
    await page.goto('/admin/petitions')
    return page.getByRole('row').filter({ has: page.locator(`a[href="/admin/petitions/${rows[0]?.id}"]`) })
  } finally {
    await client.end()
  }
}
