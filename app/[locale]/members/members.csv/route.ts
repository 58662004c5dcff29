import { stringify } from 'csv-stringify/sync'
import { nameOfCountry, nameOfRegion } from '@/components/coalition/member-links'
import { listMembers } from '@/lib/coalition/list-members'
import { isoDate } from '@/lib/coalition/partial-date'
import { isLocale, translator } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

/** The whole list as a table (RFC 4180, UTF-8 with a mark for spreadsheets). No cell can start a formula. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  const t = translator(locale, 'members')
  const rows = (await listMembers(locale)).map((member) => ({
    slug: member.slug,
    name: member.name,
    kind: t(`kindOne.${member.kind}`),
    country_code: member.country ?? '',
    country: nameOfCountry(member.country, locale),
    region: nameOfRegion(member.region ?? 'international', locale),
    affiliation: member.affiliation ?? '',
    listed_since: isoDate(member.listed),
  }))
  const columns = ['slug', 'name', 'kind', 'country_code', 'country', 'region', 'affiliation', 'listed_since']
  const text = stringify(rows, { header: true, columns, bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}
