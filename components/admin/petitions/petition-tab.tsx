import type { ReactNode } from 'react'
import { findForAdmin, type PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import type { Staff } from '@/lib/staff/staff'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import type { AdminKey } from '@/messages/admin/translator'
import { type AdminPageProps, adminPage } from '../admin-page'
import { placeCrumb } from '../crumbs'
import { NotFound } from '../not-found'
import { Notice } from '../notice'
import { PageHeading } from '../page-heading'
import { StatusPill } from '../pill'
import { Tabs } from '../tabs'
import { t } from '../words'

const tabs = {
  '': 'petitions.overview',
  texts: 'petitions.texts',
  schedule: 'petitions.schedule',
  results: 'petitions.results',
  history: 'common.history',
} as const satisfies Record<string, AdminKey>

type Tab = keyof typeof tabs

type Make = (found: PetitionForAdmin, staff: Staff, props: AdminPageProps) => ReactNode | Promise<ReactNode>

/** Makes a tab of a petition's page, by the last part of its address. */
export function petitionTab(tab: Tab, make: Make) {
  return adminPage('petition.read', async (staff, props) => {
    const { id = '' } = await props.params
    const found = await findForAdmin(staff, id, readerLanguage())
    if (!found) return <NotFound what={t('common.petition')} list="/admin/petitions" />
    const { name, petition } = found
    return (
      <>
        <PageHeading
          below={[
            placeCrumb('/admin/petitions'),
            ...(tab === '' ? [] : [{ href: `/admin/petitions/${petition.id}`, words: name, entered: true }]),
          ]}
          {...(tab !== '' && { here: t(tabs[tab]) })}
        >
          <bdi>{name}</bdi>
          {tab !== '' && `: ${t(tabs[tab])}`}
        </PageHeading>
        <p>
          <Status petition={petition} />
        </p>
        <Tabs
          name={t('common.petition')}
          tabs={Object.entries(tabs).map(([end, words]) => ({
            href: `/admin/petitions/${petition.id}${end && '/'}${end}`,
            words: t(words),
            current: end === tab,
          }))}
        />
        <Notice searchParams={props.searchParams} />
        {await make(found, staff, props)}
      </>
    )
  })
}

/** The petition's status, and a link to its public page. */
function Status({ petition: { slug, status, removedAt } }: Pick<PetitionForAdmin, 'petition'>) {
  const path = `/petitions/${slug}`
  return (
    <>
      <StatusPill code={status} /> {removedAt && <StatusPill code="unpublished" />}{' '}
      {status !== 'draft' && !removedAt && (
        <>
          <a href={`/${readerLanguage()}${path}`}>{t('coalition.publicPage')}</a>{' '}
        </>
      )}
      <code>{path}</code>
    </>
  )
}
