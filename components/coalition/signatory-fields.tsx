import { TextField } from '@/components/ui/text-field'
import { coSignatureLimits as limits } from '@/lib/coalition/read-co-signature'
import { type Locale, translator } from '@/messages/translator'

type Words = Omit<Parameters<typeof TextField>[0]['words'], 'label'>

interface Props {
  field: (name: 'name' | 'role') => Words
  values: Record<string, string | undefined>
  locale: Locale
}

/** The name and role of the person who signs a letter for an organisation. */
export function SignatoryFields({ field, values, locale }: Props) {
  const t = translator(locale, 'letters.coSign')
  return (
    <>
      <TextField
        words={{ ...field('name'), label: t('name.label') }}
        autoComplete="name"
        maxLength={limits.name}
        defaultValue={values.name}
        required
      />
      <TextField
        words={{ ...field('role'), label: t('role.label') }}
        autoComplete="organization-title"
        maxLength={limits.role}
        defaultValue={values.role}
        required
      />
    </>
  )
}
