/** Refusals of dimensions and of what accounts ask for. */
export const dimensionErrors = {
  'accounting.too_many_dimensions': { status: 409, title: 'There are as many dimensions as there can be' },
  'accounting.dimension_in_use': { status: 409, title: 'Accounts refer to this' },
  'accounting.value_below_itself': { status: 422, title: 'A value cannot stand below itself' },
  'accounting.unknown_dimension_value': { status: 422, title: 'There is no such value of the dimension in use' },
  'accounting.invalid_dimension_rule': { status: 422, title: 'This rule for a dimension does not hold together' },
  'accounting.dimension_required': { status: 422, title: 'This account needs a value of a dimension' },
  'accounting.dimension_forbidden': { status: 422, title: 'This account takes no value of this dimension' },
  'accounting.no_columns_by_value': { status: 422, title: 'This report cannot have the values of a dimension as columns' },
} as const;
