import type { SignatureDetail } from '@/lib/signatures/admin/find-signature'
import type { OpenedSignature } from '@/lib/signatures/admin/open-signature'
import { codeName } from './code-name'
import { countryName, languageName } from './display-names'
import { Flags } from './flags'
import { MemberName } from './member-name'
import { OpeningReason } from './opening-reason'
import { PetitionName } from './petition-name'
import { Day } from './petitions/day'
import { Pill, StatusPill } from './pill'
import { SameNetwork } from './same-network'
import { Time, ZoneName } from './time'
import { t } from './words'

interface Props {
  signature: SignatureDetail
  opened: OpenedSignature | null
  /** Null for a role that may not see names; undefined if signers are not opened here. */
  open?: ((form: FormData) => Promise<void>) | null
}

/** A signature's data; the signer only once opened. */
export function SignatureFacts({ signature, opened, open }: Props) {
  const at = (moment: Date | null) => (moment ? <Time at={moment} /> : '–')
  return (
    <dl>
      <dt>{t('common.state')}</dt>
      <dd>
        <StatusPill code={signature.state} />
      </dd>
      {open !== undefined && (
        <>
          <dt>{t('signatures.signer')}</dt>
          <dd>
            {opened ? (
              <>
                <bdi>{opened.name}</bdi>, {opened.email}
              </>
            ) : (
              <Masked open={open} signatureKey={signature.key} />
            )}
          </dd>
        </>
      )}
      {signature.hasComment && (
        <>
          <dt>{t('common.comment')}</dt>
          <dd>
            {opened?.comment && (
              <>
                <bdi>{opened.comment}</bdi>{' '}
              </>
            )}
            {signature.comment ? (
              <Pill tone={signature.comment.decision === 'approved' ? 'good' : 'plain'}>
                {codeName(signature.comment.decision)}
                {signature.comment.reason && `: ${codeName(signature.comment.reason)}`}
              </Pill>
            ) : (
              <Pill tone="warn">{t('signatures.waiting')}</Pill>
            )}
          </dd>
        </>
      )}
      <dt>{t('common.petition')}</dt>
      <dd>
        <PetitionName slug={signature.petition} /> (
        {signature.text
          ? t('signatures.textVersion', {
              language: languageName(signature.text.locale),
              version: signature.text.version,
            })
          : t('signatures.versionUnknown')}
        )
      </dd>
      <dt>{t('common.country')}</dt>
      <dd>{countryName(signature.country)}</dd>
      <dt>{t('common.language')}</dt>
      <dd>{languageName(signature.locale)}</dd>
      <dt>{t('signatures.shownPubliclyAs')}</dt>
      <dd>{codeName(signature.display)}</dd>
      <dt>{t('signatures.wantsUpdates')}</dt>
      <dd>{signature.updates ? t('signatures.yes') : t('signatures.no')}</dd>
      {signature.suppression && (
        <>
          <dt>{t('signatures.emailSuppressed')}</dt>
          <dd>
            {signature.suppression.reason === 'bounce'
              ? t('signatures.mailBounced')
              : t('signatures.recipientReportedOurMail')}
            , <Time at={signature.suppression.suppressedAt} zone />
          </dd>
        </>
      )}
      {opened && (
        <>
          <dt>{t('signatures.emailsSentTodayUtc')}</dt>
          <dd>{opened.mails.length === 0 ? t('common.none') : <MailList mails={opened.mails} />}</dd>
        </>
      )}
      <dt>{t('signatures.referredBy')}</dt>
      <dd>{signature.via ? <MemberName slug={signature.via} /> : '–'}</dd>
      <dt>{t('common.flagsAtSigning')}</dt>
      <dd>{signature.signals ? <Flags signals={signature.signals} /> : t('common.none')}</dd>
      <SameNetwork network={signature.network} together={signature.together} />
      {signature.appealedAt && (
        <>
          <dt>{t.rich('common.appealed2', { zone: () => <ZoneName /> })}</dt>
          <dd>
            {at(signature.appealedAt)}
            {opened?.appeal ? (
              <blockquote dir="auto">{opened.appeal}</blockquote>
            ) : (
              <> · {t('signatures.appealInWriting')}</>
            )}
          </dd>
        </>
      )}
      <dt>{t.rich('common.received2', { zone: () => <ZoneName /> })}</dt>
      <dd>{at(signature.receivedAt)}</dd>
      <dt>{t.rich('signatures.confirmed', { zone: () => <ZoneName /> })}</dt>
      <dd>{at(signature.confirmedAt)}</dd>
      <dt>{t('signatures.countedUtc')}</dt>
      <dd>
        {signature.countedAt ? <Day date={signature.countedAt} /> : '–'}
        {signature.leafIndex !== null && <> · {t('signatures.leaf', { leaf: String(signature.leafIndex) })}</>}
      </dd>
      {signature.takenBack && (
        <>
          <dt>{t('signatures.retractedInTheLedger')}</dt>
          <dd>
            {codeName(signature.takenBack.reason)} ·{' '}
            {signature.takenBack.leaf === null
              ? t('signatures.withinMinutes')
              : t('signatures.leaf', { leaf: String(signature.takenBack.leaf) })}
          </dd>
        </>
      )}
      {signature.withdrawnAt && (
        <>
          <dt>{t('signatures.withdrawnByItsSignerUtc')}</dt>
          <dd>
            <Day date={signature.withdrawnAt} />
          </dd>
        </>
      )}
    </dl>
  )
}

function MailList({ mails }: { mails: OpenedSignature['mails'] }) {
  return (
    <ul>
      {mails.map(({ queuedAt, notBefore, attempts, sentAt, failedAt, failure }) => (
        <li key={queuedAt.toISOString()}>
          {t.rich('signatures.queued', { time: () => <Time at={queuedAt} /> })}{' '}
          {sentAt && t.rich('signatures.acceptedByProvider', { time: () => <Time at={sentAt} /> })}
          {failedAt && t.rich('signatures.mailFailed', { time: () => <Time at={failedAt} />, failure })}
          {!sentAt &&
            !failedAt &&
            t.rich(attempts > 0 ? 'signatures.toBeSentTried' : 'signatures.toBeSent', {
              time: () => <Time at={notBefore} />,
              attempts,
              failure,
            })}
        </li>
      ))}
    </ul>
  )
}

function Masked({ open, signatureKey }: { open: NonNullable<Props['open']> | null; signatureKey: string }) {
  if (!open) return <>{t('common.sealedYourRoleHas')}</>
  return (
    <form action={open} className="row">
      <input type="hidden" name="key" value={signatureKey} />
      <OpeningReason />
      <button type="submit">{t('signatures.openLogged')}</button>
    </form>
  )
}
