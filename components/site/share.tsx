import { type Locale, translator } from '@/messages/translator'

/** The address of a page, to copy or to send. The copy button is shown by site.js, which makes it work. */
export function Share({ address, title, locale }: { address: string; title: string; locale: Locale }) {
  const t = translator(locale, 'signature.counted')
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`
  return (
    <section aria-labelledby="share" className="mt-10">
      <h2 id="share">{t('share')}</h2>
      <p id="share-hint" className="mt-2 text-small text-muted">
        {t('shareHint')}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <input
          readOnly
          value={address}
          dir="ltr"
          aria-labelledby="share"
          aria-describedby="share-hint"
          className="min-h-12 min-w-0 grow rounded-sm border border-edge bg-panel px-3 py-2 text-small"
        />
        <button
          type="button"
          hidden
          data-copy={t('copied')}
          className="min-h-12 min-w-12 cursor-pointer rounded-sm border border-edge px-5 not-[[hidden]]:inline-flex not-[[hidden]]:items-center"
        >
          {t('copy')}
        </button>
        <a href={mail} className="inline-flex min-h-11 items-center">
          {t('mail')}
        </a>
      </div>
    </section>
  )
}
