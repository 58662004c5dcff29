import { JsonLd } from '@/components/coalition/json-ld'
import { foreignText } from '@/components/site/foreign-text'
import { env } from '@/lib/env'
import { type Locale, translator } from '@/messages/translator'

/** The path to a page: the home page, its section, itself. For people, and as data for machines. */
export function Breadcrumbs(props: {
  locale: Locale
  room: { path: string; name: string }
  page: { path: string; name: string; locale: string }
}) {
  const { locale, room, page } = props
  const t = translator(locale, 'site')
  const steps = [{ path: '', name: t('home') }, room]
  return (
    <nav aria-label={t('breadcrumbs')} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2 text-small text-muted">
        {steps.map(({ path, name }) => (
          <li key={path} className="flex items-center gap-x-2">
            <a href={`/${locale}${path}`} className="inline-flex min-h-11 items-center">
              {name}
            </a>
            <span aria-hidden="true">/</span>
          </li>
        ))}
        <li aria-current="page" {...foreignText(page.locale, locale)}>
          {page.name}
        </li>
      </ol>
      <JsonLd
        data={{
          '@type': 'BreadcrumbList',
          itemListElement: [...steps, page].map(({ path, name }, i) => ({
            '@type': 'ListItem',
            position: i + 1,
            name,
            item: `${env().SITE_URL}/${locale}${path}`,
          })),
        }}
      />
    </nav>
  )
}
