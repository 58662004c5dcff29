import { env } from '@/lib/env'
import { type Locale, translator } from '@/messages/translator'

/** The coalition as a schema.org organisation. */
export function organizationData(locale: Locale) {
  const t = translator(locale, 'site')
  return {
    '@type': 'NGO',
    '@id': `${env().SITE_URL}/#coalition`,
    name: t('coalition'),
    alternateName: 'ICNK',
    url: `${env().SITE_URL}/${locale}`,
    foundingDate: '2011-09',
    foundingLocation: 'Tokyo',
  }
}
