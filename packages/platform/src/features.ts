/** Something that may be switched off for a workspace. */
export type Feature = { readonly description: string; readonly byDefault: boolean };

/** What a route may name as its `feature`. What is set for a workspace stands in its row; anything else is as it is here. */
export const features = {
  imports: { description: 'Importing files of other systems', byDefault: true },
  api_keys: { description: 'Programs that work in the workspace with API keys', byDefault: true },
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureCode = keyof typeof features;

/** What was set for a workspace, by code. */
export type Flags = Readonly<Record<string, boolean>>;

export const featureCodes = Object.keys(features) as FeatureCode[];

/** Whether something is switched on. What nobody declares is off. */
export const isFeatureOn = (flags: Flags, code: string): boolean =>
  code in features && (flags[code] ?? features[code as FeatureCode].byDefault);
