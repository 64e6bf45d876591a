import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { noAnswer } from '../api/failure'
import { MoreButton } from './more-button'

const fetchNextPage = () => Promise.resolve()
const read = { hasNextPage: true, isFetchingNextPage: false, isFetchNextPageError: false, error: null, fetchNextPage }
const shown = (list: typeof read | (Omit<typeof read, 'error'> & { error: Error })) =>
  renderToStaticMarkup(
    <MantineProvider>
      <MoreButton label="Show more" list={list} />
    </MantineProvider>,
  )

it('offers the next page where there is one', () => {
  expect(shown(read)).toContain('Show more')
  expect(shown({ ...read, hasNextPage: false })).not.toContain('<button')
})

it('says that the next page could not be read, and tries again', () => {
  const text = shown({ ...read, isFetchNextPageError: true, error: noAnswer() })
  expect(text).toContain('role="alert"')
  expect(text).toContain('connection.retry')
  expect(text).not.toContain('Show more')
})
