/** Someone with an account. */
export interface Person {
  name: string
  email: string
  password: string
}

/** The administrator who creates the company. Letters beyond ASCII, as people's names have them. */
export const anna: Person = { name: 'Anna Jørgensen', email: 'anna@example.com', password: 'four calm words here' }

/** A colleague. */
export const bob: Person = { name: 'Bob Müller', email: 'bob@example.com', password: 'four other words there' }

export const company = 'Jørgensen & Müller'
