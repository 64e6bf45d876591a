import { Button, NumberInput, Text } from '@mantine/core'
import { type SyntheticEvent, useId, useState } from 'react'
import { type Invitations, makeCompanyLinkSchema, mostLinkUses } from '../../contract/invitations'
import { regionOf } from '../../ui/region'
import { ChoiceField } from '../fields/choice-field'
import { useWords } from '../i18n/words'
import { CopyLinkButton } from './copy-link-button'
import { useAct } from './use-act'

const offeredDays = [1, 7, 30, 90] as const

/** A link by which anybody can ask to join, with an end and a limit. */
export function CompanyLink({ link }: { link: Invitations['companyLink'] }) {
  const { t, language } = useWords()
  const id = useId()
  const acting = useAct()
  const [days, setDays] = useState('7')
  const [mostUses, setMostUses] = useState<string | number>(50)
  const [isWrong, setIsWrong] = useState(false)

  const make = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = makeCompanyLinkSchema.safeParse({ days: Number(days), mostUses: Number(mostUses) })
    setIsWrong(!parsed.success)
    if (!parsed.success) return
    acting.mutate({
      wanted: { act: 'make-link', link: parsed.data },
      text: t('invitations.link.made'),
      undo: ({ companyLink }) =>
        companyLink === null ? null : { wanted: { act: 'withdraw', id: companyLink.id }, text: t('invitations.link.withdrawn') },
    })
  }

  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('invitations.link.title')}</h2>
      <Text c="dimmed">{t('invitations.link.introduction')}</Text>
      {link !== null && (
        <div className="part-actions">
          <Text className="invitations-who">
            {t(link.isOver ? 'invitations.link.over' : 'invitations.link.state', {
              count: link.uses,
              most: link.mostUses,
              date: new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium' }).format(link.endsAt),
            })}
          </Text>
          {!link.isOver && <CopyLinkButton link={link.link} label={t('invitations.link.copyLink')} />}
          <Button
            variant="default"
            size="compact-md"
            loading={acting.isPending && acting.variables.wanted.act === 'withdraw'}
            onClick={() =>
              acting.mutate({
                wanted: { act: 'withdraw', id: link.id },
                text: t('invitations.link.withdrawn'),
                undo: { wanted: { act: 'restore', id: link.id }, text: t('invitations.link.restored') },
              })
            }
          >
            {t('invitations.link.withdraw')}
          </Button>
        </div>
      )}
      {(link === null || link.isOver) && (
        <form onSubmit={make} noValidate>
          <div className="invitations-fields">
            <ChoiceField
              label={t('invitations.link.days')}
              value={days}
              options={offeredDays.map((each) => ({ value: String(each), label: t('events.retention.days', { count: each }) }))}
              onChoose={setDays}
            />
            <NumberInput
              label={t('invitations.link.mostUses')}
              value={mostUses}
              onChange={setMostUses}
              min={1}
              max={mostLinkUses}
              allowDecimal={false}
              hideControls
              error={isWrong ? t('invitations.link.usesWrong', { most: mostLinkUses }) : null}
            />
          </div>
          <Button type="submit" variant="default" loading={acting.isPending}>
            {t('invitations.link.make')}
          </Button>
        </form>
      )}
    </section>
  )
}
