import type { Flood } from '@/lib/floods/list-floods'
import { MemberName } from './member-name'
import { t } from './words'

/** The trait that a flood's signatures share. */
export function FloodName({ flood: { kind, what } }: { flood: Flood }) {
  switch (kind) {
    case 'domain':
      return <>{what ? t('signatures.mailDomain', { domain: what }) : t('signatures.unnamedDomain')}</>
    case 'link':
      return <>{t.rich('signatures.memberLink', { member: () => <MemberName slug={what} /> })}</>
    case 'network':
      return <>{t('signatures.oneBusyNetwork')}</>
    case 'time':
      return <>{t('signatures.anUnusualHour')}</>
  }
}
