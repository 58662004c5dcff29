import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import type { QueueName, Waiting } from '@/lib/overview/find-waiting'
import type { KeptForm } from '@/lib/staff/drafts/kept-form'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { ownName } from '@/lib/staff/staff-name'
import { signOut } from '@/lib/web/admin/sign-out'
import { KeptHere } from './kept-here'
import { KeysScript } from './keys'
import { StatusPill } from './pill'
import { placeOf } from './places'
import { SearchBox } from './search/search-box'
import { SessionEnds } from './session-ends'
import { Badge, SideNav } from './side-nav'
import { t } from './words'

interface Props {
  staff: Staff
  /** This person's queues. */
  waiting: Partial<Record<QueueName, Waiting>>
  /** Their unsaved forms. */
  kept: KeptForm[]
  children: ReactNode
}

/**
 * The frame of every admin page. Its one navigation is a column beside the page, and on a narrow screen a drawer that a
 * button opens. The drawer is a popover, so it needs no script.
 */
export async function Frame({ staff, waiting, kept, children }: Props) {
  // Set by proxy.ts, and used only to mark the current place.
  const at = (await headers()).get('x-admin-address') ?? '/admin'
  const isNotices = at.startsWith('/admin/account/notices')
  const isAccount = at.startsWith('/admin/account') && !isNotices
  return (
    <div className="shell">
      <KeysScript />
      <div className="skips">
        <a className="skip" href="#main">
          {t('frame.skipToContent')}
        </a>
        <a className="skip to-list" href="#list">
          {t('frame.skipToList')}
        </a>
      </div>
      <nav aria-label={t('frame.admin')} className="side" id="places" popover="auto">
        <SearchBox id="search" name={t('search.searchAdmin')} />
        <SideNav staff={staff} at={at} waiting={waiting} />
        <form className="who" action={signOut}>
          <span className="own">
            <a href="/admin/account" aria-current={isAccount ? 'page' : undefined}>
              {t('common.account')}
            </a>
            <a href="/admin/account/notices" aria-current={isNotices ? 'page' : undefined}>
              {t('notices.title')}
            </a>
          </span>
          <bdi className="reader">{ownName(staff)}</bdi>
          <StatusPill code={staff.role} /> <button type="submit">{t('frame.signOut')}</button>
        </form>
      </nav>
      <nav aria-label={t('frame.quickLinks')} className="bar">
        <BarLink href="/admin" at={at}>
          {t('common.home')}
        </BarLink>
        <BarLink href="/admin/approvals" at={at}>
          {t('frame.approvals')}
          <Badge place={{ queue: 'approvals' }} waiting={waiting} />
        </BarLink>
        {may(staff.role, 'signature.list') ? (
          <BarLink href="/admin/signatures" at={at}>
            {t('common.signatures')}
          </BarLink>
        ) : (
          <BarLink href="/admin/petitions" at={at}>
            {t('common.petitions')}
          </BarLink>
        )}
        <BarLink href="/admin/search" at={at}>
          {t('search.search')}
        </BarLink>
        <button type="button" popoverTarget="places">
          {t('frame.menu')}
        </button>
      </nav>
      <main id="main" tabIndex={-1}>
        <KeptHere forms={kept} at={at} />
        {children}
      </main>
      <SessionEnds />
      <script src="/search.js" type="module" />
    </div>
  )
}

/** A link marked on the pages of its place, as in the navigation. */
function BarLink({ href, at, children }: { href: string; at: string; children: ReactNode }) {
  const here = placeOf(at)?.href ?? new URL(at, 'http://admin.invalid').pathname
  return (
    <a href={href} aria-current={here === href ? 'page' : undefined}>
      {children}
    </a>
  )
}
