import { pictureWords } from '@/components/petitions/picture-words'
import { Picture } from '@/components/ui/picture'
import type { PictureView } from '@/lib/share-pictures/find-picture'
import { type Locale, translator } from '@/messages/translator'

/** A petition's picture with its number, to view and save. */
export function SharePicture(props: { title: string; picture: PictureView; locale: Locale }) {
  const { title, picture, locale } = props
  const t = translator(locale, 'share.picture')
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{t('title')}</h2>
      <p className="mt-2 max-w-[60ch]">{t('lead')}</p>
      <Picture
        src={picture.path}
        alt={pictureWords(title, picture, locale)}
        width={1200}
        height={630}
        loading="lazy"
        className="mt-4 h-auto w-full max-w-[40rem] border border-rule"
      />
      <p className="mt-2">
        <a href={picture.path} download className="inline-flex min-h-11 items-center">
          {t('download')}
        </a>
      </p>
    </section>
  )
}
