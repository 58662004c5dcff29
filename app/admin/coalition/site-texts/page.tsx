import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Languages } from '@/components/admin/coalition/languages'
import { Notice } from '@/components/admin/notice'
import { listSiteTexts } from '@/lib/coalition/site-texts/list-site-texts'
import { siteTexts } from '@/lib/coalition/site-texts/site-text-fields'

export const metadata: Metadata = { title: 'Site texts' }

/** The site's own words by where they stand, each in every language. */
export default adminPage('coalition.read', async (staff, { searchParams }) => (
  <>
    <h1>Site texts</h1>
    <Notice searchParams={searchParams} />
    <p>
      The coalition’s own words on pages that belong to no petition, letter or member. Each change takes a second person
      and is kept as a version.
    </p>
    {(await listSiteTexts(staff)).map(({ key, locales }) => (
      <section key={key} aria-labelledby={key}>
        <h2 id={key}>{siteTexts[key].name}</h2>
        <p>{siteTexts[key].place}</p>
        <Languages kind="site" thing={key} there={locales} />
      </section>
    ))}
  </>
))
