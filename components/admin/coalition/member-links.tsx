import { QrCode } from '@/components/coalition/qr-code'
import { petitionAddress } from '@/components/petitions/petition-address'
import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { t } from '../words'

/** A member's links to the open petitions, for its supporters, as links and QR codes to distribute. */
export async function MemberLinks({ code }: { code: string }) {
  const locale = readerLanguage()
  const open = (await listPetitions(locale)).filter(({ status }) => status === 'open')
  const site = `${env().SITE_URL}/${locale}`
  if (open.length === 0) return <p className="hint">{t('coalition.noPetitionIsOpen')}</p>
  return (
    <>
      <p className="hint">{t('coalition.memberLinkHint')}</p>
      {open.map(({ slug, text }) => {
        const address = petitionAddress(slug, locale, code)
        return (
          <section key={slug}>
            <h3>{text.title}</h3>
            <p>
              <a href={address}>
                <code className="link">{address}</code>
              </a>
            </p>
            <details>
              <summary>{t('coalition.qrCode')}</summary>
              <div className="qr-box">
                <QrCode address={address} label={t('coalition.qrCodeOf', { address })} />
              </div>
            </details>
            <p className="row">
              <a href={`${site}/members/${code}/qr/${slug}`} download>
                {t('coalition.downloadQrCode')}
              </a>
              <a href={`${site}/petitions/${slug}/sheet?via=${code}`}>{t('coalition.sheetToSign')}</a>
            </p>
          </section>
        )
      })}
    </>
  )
}
