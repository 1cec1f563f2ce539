/** Who signs in to the demo workspace. Known to everyone: it is made by `npm start` on loopback and in previews, which hold nothing else. */
export const demoLogin = { name: 'Robin Vermeer', email: 'demo@atlas.example', password: 'welcome to atlas' } as const;

export const demoWorkspace = { name: 'Kestrel & Quay Trading', slug: 'kestrel-quay' } as const;
