import { queryOptions } from '@tanstack/react-query'
import { companySettingsSchema, type ChangeCompany, type CompanySettings } from '../../contract/company'
import { consoleApiPrefix } from '../../contract/page-paths'
import { request } from './request'

const path = `${consoleApiPrefix}/company`

/** `GET /company` */
export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: ({ signal }) => request(path, companySettingsSchema, { signal }),
})

/** `PUT /company` */
export function changeCompany(change: ChangeCompany): Promise<CompanySettings> {
  return request(path, companySettingsSchema, { method: 'PUT', body: change })
}

/** Where a picture of the company is, by its name. */
export const pictureAddress = (picture: string) => `${path}/picture?${new URLSearchParams({ v: picture }).toString()}`

/** `PUT /company/picture`, or with null `DELETE`. */
export function setPicture(picture: Blob | null): Promise<CompanySettings> {
  const options = picture === null ? ({ method: 'DELETE' } as const) : ({ method: 'PUT', body: picture } as const)
  return request(`${path}/picture`, companySettingsSchema, options)
}

/** `POST /company/deletion` @param name Of the company, as somebody typed it. */
export function askDeletion(name: string): Promise<CompanySettings> {
  return request(`${path}/deletion`, companySettingsSchema, { method: 'POST', body: { name } })
}

/** `DELETE /company/deletion` */
export function withdrawDeletion(): Promise<CompanySettings> {
  return request(`${path}/deletion`, companySettingsSchema, { method: 'DELETE' })
}
