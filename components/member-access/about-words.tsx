import { Button } from '@/components/ui/button'
import { SelectField, TextArea, TextField } from '@/components/ui/text-field'
import type { OwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import { MAX_DESCRIPTION } from '@/lib/coalition/member-proposals/max-description'
import type { FormState } from '@/lib/integrity/form-state'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { languageName } from '@/messages/language-name'
import { direction, isLocale, type Locale, locales, translator } from '@/messages/translator'
import { errorsOf } from './proposal-errors'
import { ProposalState } from './proposal-state'

interface Props {
  /** In which these words are. */
  language: string
  /** Of its country, where the site has it not: of it there is the name alone. */
  ownLanguage: string | null
  own: OwnPart
  draft: FormState
  locale: Locale
}

/** Name, affiliation and description in one language. */
export function AboutWords({ language, ownLanguage, own, draft, locale }: Props) {
  const t = translator(locale, 'memberPage.about')
  const values = draft.values.part ? draft.values : own.values
  const field = (name: string) => errorsOf(name, draft.errors, locale)
  const inLanguage = { lang: language, dir: isLocale(language) ? direction(language) : 'auto' }
  return (
    <>
      <h3 id="words" className="mt-8">
        {t('words')}
      </h3>
      <form method="get" action={`/${locale}${MEMBER_PATH}#words`} className="mt-3 flex flex-wrap items-end gap-3">
        <SelectField
          words={{ name: 'language', label: translator(locale, 'site')('languages'), errorWord: '' }}
          defaultValue={language}
        >
          {[...locales, ...(ownLanguage ? [ownLanguage] : [])]
            .filter((one) => one !== 'ar-XB')
            .map((one) => (
              <option key={one} value={one}>
                {languageName(one, one)}
              </option>
            ))}
        </SelectField>
        <Button look="quiet">{t('choose')}</Button>
      </form>
      <ProposalState own={own} language={language} locale={locale} />
      <form method="post" action={`/${locale}${MEMBER_PATH}/proposals`} noValidate className="mt-5 space-y-5">
        <TextField
          {...inLanguage}
          words={{ ...field('name'), label: t('name'), ...(language !== 'en' && { hint: t('nameHint') }) }}
          maxLength={200}
          defaultValue={values.name}
        />
        {isLocale(language) && (
          <>
            <TextField
              {...inLanguage}
              words={{
                ...field('affiliation'),
                label: translator(locale, 'members')('affiliation'),
                hint: t('affiliationHint'),
              }}
              maxLength={200}
              defaultValue={values.affiliation}
            />
            <TextArea
              {...inLanguage}
              words={{
                ...field('description'),
                label: t('description'),
                hint: t('descriptionHint', { count: MAX_DESCRIPTION }),
              }}
              rows={6}
              defaultValue={values.description}
            />
          </>
        )}
        <input type="hidden" name="part" value={`words.${language}`} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('submit')}</Button>
      </form>
    </>
  )
}
