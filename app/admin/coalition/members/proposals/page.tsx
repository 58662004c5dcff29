import { adminPage } from '@/components/admin/admin-page'
import { ListTabs } from '@/components/admin/coalition/list-tabs'
import { partName } from '@/components/admin/coalition/part-name'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { listProposals } from '@/lib/coalition/member-proposals/list-proposals'

/** Members' proposals that nobody has decided on. */
export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const proposals = await listProposals(staff)
  return (
    <>
      <PageHeading>{t('coalition.proposedByMembers')}</PageHeading>
      <ListTabs here="members/proposals" />
      <Notice searchParams={searchParams} />
      <p>{t('coalition.proposalsIntro')}</p>
      {proposals.length === 0 && (
        <Empty next={{ href: '/admin/coalition/members', words: t('place.members') }}>
          {t('coalition.noProposals')}
        </Empty>
      )}
      <ul id="list" tabIndex={-1}>
        {proposals.map(({ id, part, proposedAt, member }) => (
          <li key={id}>
            <a href={`/admin/coalition/members/proposals/${id}`}>
              <bdi>{member.name}</bdi>: {partName(part)}
            </a>
            , <Time at={proposedAt} />
          </li>
        ))}
      </ul>
    </>
  )
})
