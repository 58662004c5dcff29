import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { AdminKey } from '@/messages/admin/translator'
import { t } from '../words'

/** Settings that have pages of their own. */
const pages: { href: string; verb: Verb; name: AdminKey; hint: AdminKey }[] = [
  {
    href: '/admin/coalition/site-texts',
    verb: 'coalition.read',
    name: 'place.siteTexts',
    hint: 'settings.forSiteTexts',
  },
  { href: '/admin/coalition/members', verb: 'coalition.read', name: 'place.members', hint: 'settings.forMembers' },
  { href: '/admin/webhooks', verb: 'webhook.read', name: 'place.webhooks', hint: 'settings.forWebhooks' },
  { href: '/admin/staff', verb: 'staff.read', name: 'place.staff', hint: 'settings.forStaff' },
  { href: '/admin/exports', verb: 'export.read', name: 'place.exports', hint: 'settings.forExports' },
  { href: '/admin/account', verb: 'account.manage', name: 'common.account', hint: 'settings.forAccount' },
  { href: '/admin/account/notices', verb: 'account.manage', name: 'notices.title', hint: 'settings.forNotices' },
  { href: '/admin/status', verb: 'overview.see', name: 'place.systemStatus', hint: 'settings.forStatus' },
  { href: '/admin/audit?verb=settings.save', verb: 'audit.read', name: 'place.auditLog', hint: 'settings.forAudit' },
]

/** Links to settings on other pages, as far as the reader may open them. */
export function Elsewhere({ staff }: { staff: Staff }) {
  return (
    <section className="panel">
      <h2>{t('settings.elsewhere')}</h2>
      <dl>
        {pages
          .filter(({ verb }) => may(staff.role, verb))
          .map(({ href, name, hint }) => (
            <div key={href} className="fact">
              <dt>
                <a href={href}>{t(name)}</a>
              </dt>
              <dd>{t(hint)}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
