import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { isEnrolled, staffOf } from '@/lib/staff/find-staff-session'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { findSession } from '@/lib/web/admin/find-session'
import { keptFormsOf, waitingFor } from '@/lib/web/admin/of-reader'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { codeName } from './code-name'
import { Frame } from './frame'
import { Frozen } from './frozen'
import { PageHeading } from './page-heading'
import { t } from './words'

export interface AdminPageProps {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Makes a page of the admin area. Staff who have not verified both factors are redirected to do so. A role without the
 * page's verb sees a refusal, and nothing of the page is rendered.
 */
export function adminPage(verb: Verb, make: Make) {
  return barePage(verb, async (staff, props) => {
    const [content, waiting, kept] = await Promise.all([make(staff, props), waitingFor(staff), keptFormsOf(staff)])
    return (
      <Frame staff={staff} waiting={waiting} kept={kept}>
        {content}
      </Frame>
    )
  })
}

type Make = (staff: Staff, props: AdminPageProps) => Promise<ReactNode>

/** Makes an admin page without the frame. */
export function barePage(verb: Verb, make: Make) {
  async function page(props: AdminPageProps) {
    const staff = await signedIn()
    if (staff.frozen) return <Frozen staff={staff} />
    if (!may(staff.role, verb)) return <NotAllowed staff={staff} />
    return make(staff, props)
  }
  return Object.assign(page, { verb })
}

async function signedIn(): Promise<Staff> {
  const [session] = await Promise.all([findSession(), readLanguage()])
  if (!session) redirect('/admin/sign-in')
  return (
    staffOf(session, new Date()) ??
    redirect(isEnrolled(session) ? '/admin/second-factor' : '/admin/second-factor/set-up')
  )
}

function NotAllowed({ staff }: { staff: Staff }) {
  const roleName = codeName(staff.role).toLowerCase()
  return (
    <Frame staff={staff} waiting={{}} kept={[]}>
      <PageHeading>{t('frame.youDontHavePermission')}</PageHeading>
      <p>{t('frame.yourRoleIsThis', { roleName })}</p>
    </Frame>
  )
}
