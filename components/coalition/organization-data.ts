import { env } from '@/lib/env'
import { type Locale, words } from '@/messages/words'

/** The coalition as schema.org knows an organisation. */
export function organizationData(locale: Locale) {
  const t = words(locale, 'site')
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
