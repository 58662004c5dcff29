import type { SignatureDetail } from '@/lib/signatures/admin/find-signature'
import type { OpenedSignature } from '@/lib/signatures/admin/open-signature'
import { languageName } from '@/messages/language-name'
import { codeName } from './code-name'
import { countryName, flagNames } from './display-names'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { Day } from './petitions/day'
import { StateTag } from './state-tag'
import { Time, ZoneName } from './time'

interface Props {
  signature: SignatureDetail
  opened: OpenedSignature | null
  /** Null for a role that may not see names. */
  open: ((form: FormData) => Promise<void>) | null
}

/** What is known of a signature; the signer only once it was opened. */
export function SignatureFacts({ signature, opened, open }: Props) {
  const at = (moment: Date | null) => (moment ? <Time at={moment} /> : '–')
  return (
    <dl>
      <dt>State</dt>
      <dd>
        <StateTag state={signature.state} />
      </dd>
      <dt>Signer</dt>
      <dd>
        {opened ? (
          <>
            <bdi>{opened.name}</bdi>, {opened.email}
          </>
        ) : (
          <Masked open={open} signatureKey={signature.key} />
        )}
      </dd>
      {signature.hasComment && (
        <>
          <dt>Comment</dt>
          <dd>
            {opened?.comment && (
              <>
                <bdi>{opened.comment}</bdi>{' '}
              </>
            )}
            {signature.comment ? (
              <span className="tag">
                {codeName(signature.comment.decision)}
                {signature.comment.reason && `: ${codeName(signature.comment.reason)}`}
              </span>
            ) : (
              <span className="tag held">Waiting</span>
            )}
          </dd>
        </>
      )}
      <dt>Petition</dt>
      <dd>
        <PetitionName slug={signature.petition} /> (
        {signature.text
          ? `${languageName(signature.text.locale)}, version ${signature.text.version}`
          : 'version unknown'}
        )
      </dd>
      <dt>Country</dt>
      <dd>{countryName(signature.country)}</dd>
      <dt>Language</dt>
      <dd>{languageName(signature.locale)}</dd>
      <dt>Shown publicly as</dt>
      <dd>{codeName(signature.display)}</dd>
      <dt>Wants updates</dt>
      <dd>{signature.updates ? 'yes' : 'no'}</dd>
      {signature.suppression && (
        <>
          <dt>Email suppressed</dt>
          <dd>
            {signature.suppression.reason === 'bounce' ? 'mail bounced' : 'recipient reported our mail'},{' '}
            <Time at={signature.suppression.suppressedAt} zone />
          </dd>
        </>
      )}
      {opened && (
        <>
          <dt>Emails sent today (UTC)</dt>
          <dd>{opened.mails.length === 0 ? 'none' : <MailList mails={opened.mails} />}</dd>
        </>
      )}
      <dt>Referred by</dt>
      <dd>{signature.via ? <MemberName slug={signature.via} /> : '–'}</dd>
      <dt>Flags at signing</dt>
      <dd>{flagNames(signature.signals) || 'none'}</dd>
      {signature.appealedAt && (
        <>
          <dt>
            Appealed (<ZoneName />)
          </dt>
          <dd>
            {at(signature.appealedAt)}
            {opened?.appeal ? (
              <blockquote dir="auto">{opened.appeal}</blockquote>
            ) : (
              ', in writing: open the signature to read the appeal'
            )}
          </dd>
        </>
      )}
      <dt>
        Received (<ZoneName />)
      </dt>
      <dd>{at(signature.receivedAt)}</dd>
      <dt>
        Confirmed (<ZoneName />)
      </dt>
      <dd>{at(signature.confirmedAt)}</dd>
      <dt>Counted (UTC)</dt>
      <dd>
        {signature.countedAt ? <Day date={signature.countedAt} /> : '–'}
        {signature.leafIndex !== null && `, leaf ${signature.leafIndex}`}
      </dd>
      {signature.takenBack && (
        <>
          <dt>Retracted in the ledger</dt>
          <dd>
            {codeName(signature.takenBack.reason)}
            {signature.takenBack.leaf === null ? ', within minutes' : `, leaf ${signature.takenBack.leaf}`}
          </dd>
        </>
      )}
      {signature.withdrawnAt && (
        <>
          <dt>Withdrawn by its signer (UTC)</dt>
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
          Queued <Time at={queuedAt} />;{' '}
          {sentAt && (
            <>
              accepted by the provider <Time at={sentAt} />
            </>
          )}
          {failedAt && (
            <>
              failed <Time at={failedAt} />: {failure}
            </>
          )}
          {!sentAt && !failedAt && (
            <>
              to be sent from <Time at={notBefore} />
              {attempts > 0 && `, tried ${attempts} ×: ${failure}`}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Masked({ open, signatureKey }: { open: Props['open']; signatureKey: string }) {
  if (!open) return <>sealed; your role has no access</>
  return (
    <form action={open} className="row">
      <input type="hidden" name="key" value={signatureKey} />
      <label>
        Sealed. Reason for opening <input name="why" required maxLength={200} size={28} />
      </label>
      <button type="submit">Open (logged)</button>
    </form>
  )
}
