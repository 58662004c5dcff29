import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'
import { ownName } from '@/lib/staff/staff-name'
import { signOut } from '@/lib/web/admin/sign-out'
import { PageHeading } from './page-heading'
import { Pill } from './pill'
import { t } from './words'

/** Replaces every admin page while a request to disable this person is pending. */
export async function Frozen({ staff }: { staff: Staff }) {
  const kept = await listKeptForms(staff)
  return (
    <>
      <header>
        <form className="who" action={signOut}>
          <bdi>{ownName(staff)}</bdi> <Pill tone="warn">{t('frame.frozen')}</Pill>{' '}
          <button type="submit">{t('frame.signOut')}</button>
        </form>
      </header>
      <main id="main">
        <PageHeading>{t('frame.yourAccessIsFrozen')}</PageHeading>
        <p role="status">{t('frame.aColleagueHasRequested')}</p>
        {kept.length > 0 && <p>{t('frame.whatYouTypedAnd')}</p>}
      </main>
    </>
  )
}
