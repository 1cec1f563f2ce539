'use client';
import { PartyPicker, type PartyPickerProps } from '../fields/party-picker.tsx';

/** Finds a customer by a part of the code or the name. */
export function CustomerPicker(props: Omit<PartyPickerProps, 'partyRole'>) {
  return <PartyPicker {...props} partyRole="customer" />;
}
