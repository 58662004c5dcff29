import type { Decision } from '@/lib/review/find-decision'
import type { AppealView } from '@/lib/review/open-appeal'
import { withBack } from '@/lib/web/admin/read-back'
import { whoName } from '../audit-table'
import { codeName } from '../code-name'
import { countryName, languageName } from '../display-names'
import { Flags } from '../flags'
import { MemberName } from '../member-name'
import { PetitionName } from '../petition-name'
import { StatusPill } from '../pill'
import { Time, ZoneName } from '../time'
import { t } from '../words'

/** An appeal: its text first, then the signer, and the decision about the signature. */
export function AppealOne({ appeal }: { appeal: AppealView }) {
  const { key, comment, via, decision, state } = appeal
  return (
    <>
      <h2>{t('review.appealIn', { language: languageName(appeal.locale) })}</h2>
      <blockquote dir="auto" lang={appeal.locale} className="said appeal">
        {appeal.text || t('review.cannotBeOpened')}
      </blockquote>
      <dl>
        <dt>{t('common.state')}</dt>
        <dd>
          <StatusPill code={state} />
        </dd>
        <dt>{t(state === 'held' ? 'review.whyHeld' : 'review.whyRemoved')}</dt>
        <dd>{decision ? <Decided decision={decision} /> : t('review.byItsFlags')}</dd>
        <dt>{t('common.flagsAtSigning')}</dt>
        <dd>{appeal.signals ? <Flags signals={appeal.signals} /> : t('common.none')}</dd>
        <dt>{t('common.name')}</dt>
        <dd>
          <bdi>{appeal.name || t('review.cannotBeOpened')}</bdi>
        </dd>
        <dt>{t('common.email')}</dt>
        <dd>{appeal.email}</dd>
        {comment && (
          <>
            <dt>{t('common.comment')}</dt>
            <dd>
              <bdi lang={appeal.locale}>{comment}</bdi>
            </dd>
          </>
        )}
        <dt>{t('common.country')}</dt>
        <dd>{countryName(appeal.country)}</dd>
        {via && (
          <>
            <dt>{t('common.memberLink')}</dt>
            <dd>
              <MemberName slug={via} />
            </dd>
          </>
        )}
        <dt>{t.rich('common.received2', { zone: () => <ZoneName /> })}</dt>
        <dd>
          <Time at={appeal.receivedAt} />
        </dd>
        <dt>{t.rich('common.appealed2', { zone: () => <ZoneName /> })}</dt>
        <dd>
          <Time at={appeal.appealedAt} />
        </dd>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={appeal.petition} />
        </dd>
        <dt>{t('common.reference')}</dt>
        <dd>
          {t.rich('review.withItsHistory', {
            link: (inner) => <a href={withBack(`/admin/signatures/${key}`, '/admin/review/appeals')}>{inner}</a>,
            reference: appeal.reference,
          })}
        </dd>
        <dt>{t(state === 'held' ? 'review.ifReleased' : 'review.ifRestored')}</dt>
        <dd>{appeal.counted ? t('review.itIsInThe') : t('common.theCountGoesUp')}</dd>
      </dl>
    </>
  )
}

function Decided({ decision: { who, at, reason, note, bulkId } }: { decision: Decision }) {
  return (
    <>
      {reason && <>{codeName(reason)} · </>}
      {t.rich('review.decidedByAt', { person: whoName(who), time: () => <Time at={at} /> })}
      {note && (
        <>
          {' '}
          · <bdi>{note}</bdi>
        </>
      )}
      {bulkId && (
        <>
          {' '}
          · <a href={`/admin/bulk/${bulkId}`}>{t('review.inABulkAction')}</a>
        </>
      )}
    </>
  )
}
