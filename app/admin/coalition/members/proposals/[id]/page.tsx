import { adminPage } from '@/components/admin/admin-page'
import { ApprovalContent } from '@/components/admin/approvals/approval-content'
import { partName } from '@/components/admin/coalition/part-name'
import { proposalFields } from '@/components/admin/coalition/proposal-fields'
import { ProposedLogo } from '@/components/admin/coalition/proposed-logo'
import { placeCrumb } from '@/components/admin/crumbs'
import { AdminForm } from '@/components/admin/form/admin-form'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { StepButton } from '@/components/admin/step-button'
import { Time } from '@/components/admin/time'
import { t, tOf } from '@/components/admin/words'
import { findProposal } from '@/lib/coalition/member-proposals/list-proposals'
import { localeOfPart } from '@/lib/coalition/member-proposals/proposal-parts'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { giveBack, publish, publishWords } from './actions'

/** One proposal beside the public text. */
export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findProposal(staff, id)
  if (!found) return <NotFound what={t('coalition.proposal')} list="/admin/coalition/members/proposals" />
  const { member, part, before, after, version, picture, proposedAt } = found
  const locale = localeOfPart(part) ?? 'en'
  const query = await searchParams
  // Member and part lead to a newer proposal, if there is one.
  const hidden = { id, member: member.id, part, expectedVersion: version }
  const filled = Object.entries(after).filter(([name, text]) => text || before[name])
  const parts = filled.map(([name, text]) => {
    return { name, label: tOf('field', name) ?? name, locale, before: before[name] ?? '', after: text }
  })
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/coalition/members'), placeCrumb('/admin/coalition/members/proposals')]}>
        <bdi>{member.name}</bdi>: {partName(part)}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>
        {t.rich('coalition.proposedAt', { time: () => <Time at={proposedAt} zone /> })}{' '}
        <a href={`/admin/coalition/members/${member.id}`}>{t('coalition.theMember')}</a> ·{' '}
        <a href={`/en/members/${member.slug}`}>{t('coalition.publicPage')}</a>
      </p>
      {part === 'logo' ? (
        <ProposedLogo slug={member.slug} shown={before.logo !== ''} picture={picture} />
      ) : (
        <ApprovalContent parts={parts} />
      )}
      {may(staff.role, 'coalition.write') && (
        <>
          <h2>{t('common.publish')}</h2>
          {part === 'logo' ? (
            <StepButton action={publish} hidden={hidden} hint={t('coalition.publicSoon')}>
              {t('common.publish')}
            </StepButton>
          ) : (
            <AdminForm
              action={publishWords}
              fields={proposalFields(part)}
              values={after}
              draft={await findDraft(staff, 'proposal-words', query.draft)}
              draftOf="proposal-words"
              hidden={hidden}
              submit={t('common.publish')}
            >
              <p className="hint">{t('coalition.correctBefore')}</p>
            </AdminForm>
          )}
          <h2>{t('coalition.orReturnIt')}</h2>
          <AdminForm
            action={giveBack}
            fields={[
              {
                name: 'reason',
                label: t('coalition.reasonForMember'),
                kind: 'text',
                rows: 3,
                longest: 500,
                required: true,
              },
            ]}
            draft={await findDraft(staff, 'proposal', query.draft)}
            draftOf="proposal"
            hidden={hidden}
            submit={t('coalition.returnToMember')}
          />
        </>
      )}
    </>
  )
})
