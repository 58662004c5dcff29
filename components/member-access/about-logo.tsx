import { Button } from '@/components/ui/button'
import { Picture } from '@/components/ui/picture'
import { TextField } from '@/components/ui/text-field'
import type { OwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import type { FormState } from '@/lib/integrity/form-state'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { type Locale, translator } from '@/messages/translator'
import { errorsOf } from './proposal-errors'
import { ProposalState } from './proposal-state'

interface Props {
  own: OwnPart
  draft: FormState
  /** The member's. */
  slug: string
  /** Whether the public sees one. */
  shown: boolean
  locale: Locale
}

/** The member's logo. */
export function AboutLogo({ own, draft, slug, shown, locale }: Props) {
  const t = translator(locale, 'memberPage.about')
  const form = { method: 'post', action: `/${locale}${MEMBER_PATH}/logo` } as const
  return (
    <>
      <h3 className="mt-10">{t('logo')}</h3>
      {shown && (
        <Picture
          src={`/${locale}/members/${slug}/logo.png`}
          alt={t('logo')}
          className="mt-3 h-auto max-h-28 w-auto max-w-full rounded-sm bg-white p-2"
        />
      )}
      <ProposalState own={own} language={locale} locale={locale} />
      <form {...form} encType="multipart/form-data" className="mt-4 space-y-5">
        <TextField
          words={{ ...errorsOf('logo', draft.errors, locale), label: t('logoFile'), hint: t('logoHint') }}
          type="file"
          accept="image/png"
        />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={translator(locale, 'form')('pending')}>
          {t('submit')}
        </Button>
      </form>
      {shown && (
        <form {...form} className="mt-3">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="remove" value="on" />
          <Button look="quiet">{t('noLogo')}</Button>
        </form>
      )}
    </>
  )
}
