/** Names for the sample company's users: those of its three languages and of the places where they are spoken. */
export const givenNames = [
  'Anna', 'Élise', 'Jürgen', 'Amélie', 'Björn', 'Chloé', 'David', 'Emma', 'Fatima', 'Gaëlle', 'Hannah', 'Isabelle', 'Jonas',
  'Katharina', 'Léa', 'Mats', 'Nadia', 'Olivier', 'Petra', 'Quentin', 'René', 'Sophie', 'Thomas', 'Ursula', 'Vincent',
  'Wiebke', 'Xavier', 'Yara', 'Zoé', 'Aisha', 'Benoît', 'Céline', 'Dieter', 'Erik', 'Franziska', 'Grace', 'Hugo', 'Ines',
  'Jean', 'Klaus',
] as const

export const familyNames = [
  'Abel', 'Bauer', 'Côté', 'Dubois', 'Engel', 'Fischer', 'Garnier', 'Huber', 'Ibrahim', 'Jansen', 'Krüger', 'Lefèvre',
  'Müller', 'Nguyen', 'Öztürk', 'Petit', 'Quist', 'Richter', 'Schäfer', 'Taylor', 'Ulrich', 'Vogel', 'Weiß', 'Young',
  'Zimmermann', 'Almeida', 'Bernard', 'Clarke', 'Durand', 'Ebert',
] as const
