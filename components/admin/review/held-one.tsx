import type { HeldView } from '@/lib/review/open-held'
import { languageName } from '@/messages/language-name'
import { countryName, flagNames } from '../display-names'
import { MemberName } from '../member-name'
import { PetitionName } from '../petition-name'
import { Time, ZoneName } from '../time'

/** One held signature, with what matters for the decision: the appeal first, then who signed and why it is held. */
export function HeldOne({ signature }: { signature: HeldView }) {
  const { appeal, appealedAt, comment, via } = signature
  return (
    <>
      <h2>
        <bdi>{signature.name || 'Cannot be opened'}</bdi>
      </h2>
      {appeal && (
        <>
          <h3>Appeal</h3>
          <blockquote dir="auto" lang={signature.locale} className="said">
            {appeal}
          </blockquote>
        </>
      )}
      <dl>
        <dt>Email</dt>
        <dd>{signature.email}</dd>
        <dt>Why held</dt>
        <dd>{flagNames(signature.signals) || 'By a colleague: see its history'}</dd>
        <dt>Country</dt>
        <dd>{countryName(signature.country)}</dd>
        <dt>Language</dt>
        <dd>{languageName(signature.locale)}</dd>
        <dt>
          Received (<ZoneName />)
        </dt>
        <dd>
          <Time at={signature.receivedAt} />
        </dd>
        {appealedAt && (
          <>
            <dt>
              Appealed (<ZoneName />)
            </dt>
            <dd>
              <Time at={appealedAt} />
            </dd>
          </>
        )}
        {via && (
          <>
            <dt>Member link</dt>
            <dd>
              <MemberName slug={via} />
            </dd>
          </>
        )}
        {comment && (
          <>
            <dt>Comment</dt>
            <dd>
              <bdi lang={signature.locale}>{comment}</bdi>
            </dd>
          </>
        )}
        <dt>Petition</dt>
        <dd>
          <PetitionName slug={signature.petition} />
        </dd>
        <dt>Reference</dt>
        <dd>
          <a href={`/admin/signatures/${signature.key}`}>{signature.reference}</a>, with its history
        </dd>
        <dt>If released</dt>
        <dd>{signature.counted ? 'It is in the count, and stays there.' : 'The count goes up by 1.'}</dd>
      </dl>
    </>
  )
}
