import type { HeldView } from '@/lib/review/open-held'
import { withBack } from '@/lib/web/admin/read-back'
import { countryName, languageName } from '../display-names'
import { Flags } from '../flags'
import { MemberName } from '../member-name'
import { PetitionName } from '../petition-name'
import { SameNetwork } from '../same-network'
import { Time, ZoneName } from '../time'
import { t } from '../words'

/** One held signature: the appeal first, then the signer and why it is held. */
export function HeldOne({ signature }: { signature: HeldView }) {
  const { appeal, appealedAt, comment, via } = signature
  return (
    <>
      <h2>
        <bdi>{signature.name || t('review.cannotBeOpened')}</bdi>
      </h2>
      {appeal && (
        <>
          <h3>{t('review.appeal')}</h3>
          <blockquote dir="auto" lang={signature.locale} className="said">
            {appeal}
          </blockquote>
        </>
      )}
      <dl>
        <dt>{t('common.email')}</dt>
        <dd>{signature.email}</dd>
        <dt>{t('review.whyHeld')}</dt>
        <dd>{signature.signals ? <Flags signals={signature.signals} /> : t('review.byAColleagueSee')}</dd>
        <SameNetwork network={signature.network} together={signature.together} />
        <dt>{t('common.country')}</dt>
        <dd>{countryName(signature.country)}</dd>
        <dt>{t('common.language')}</dt>
        <dd>{languageName(signature.locale)}</dd>
        <dt>{t.rich('common.received2', { zone: () => <ZoneName /> })}</dt>
        <dd>
          <Time at={signature.receivedAt} />
        </dd>
        {appealedAt && (
          <>
            <dt>{t.rich('common.appealed2', { zone: () => <ZoneName /> })}</dt>
            <dd>
              <Time at={appealedAt} />
            </dd>
          </>
        )}
        {via && (
          <>
            <dt>{t('common.memberLink')}</dt>
            <dd>
              <MemberName slug={via} />
            </dd>
          </>
        )}
        {comment && (
          <>
            <dt>{t('common.comment')}</dt>
            <dd>
              <bdi lang={signature.locale}>{comment}</bdi>
            </dd>
          </>
        )}
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={signature.petition} />
        </dd>
        <dt>{t('common.reference')}</dt>
        <dd>
          {t.rich('review.withItsHistory', {
            link: (inner) => <a href={withBack(`/admin/signatures/${signature.key}`, '/admin/review/held')}>{inner}</a>,
            reference: signature.reference,
          })}
        </dd>
        <dt>{t('review.ifReleased')}</dt>
        <dd>{signature.counted ? t('review.itIsInThe') : t('common.theCountGoesUp')}</dd>
      </dl>
    </>
  )
}
