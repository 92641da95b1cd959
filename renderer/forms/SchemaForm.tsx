import { Form, Input, InputNumber, Select, Switch, type FormRule as Rule } from 'antd';

import type { FieldDescriptor } from '../../shared/model/channel';
import { useLocalText, useT, type Translate } from '../i18n';
import { SecretField } from './SecretField';

type Props = {
  /** Name of the form's branch that holds the fields. */
  readonly under: string;
  readonly fields: readonly FieldDescriptor[];
  /** Names of the secrets that are stored now. */
  readonly secretsSet: readonly string[];
};

/** The fields of a form from their descriptors, to stand inside a `Form`. */
export function SchemaForm({ under, fields, secretsSet }: Props) {
  const t = useT();
  const textOf = useLocalText();
  return fields.map((field) => (
    <Form.Item
      key={field.name}
      name={[under, field.name]}
      label={textOf(field.labels)}
      extra={helpOf(field, textOf, t)}
      required={field.isRequired}
      rules={rulesOf(field, secretsSet, t)}
      {...(field.type === 'boolean' ? { valuePropName: 'checked' } : {})}
    >
      <Control field={field} isSet={secretsSet.includes(field.name)} />
    </Form.Item>
  ));
}

type ControlProps = {
  readonly field: FieldDescriptor;
  readonly isSet: boolean;
  // The form gives the rest: id, value, onChange.
  readonly id?: string;
};

function Control({ field, isSet, ...given }: ControlProps) {
  const textOf = useLocalText();
  switch (field.type) {
    case 'secret':
      return <SecretField {...given} isSet={isSet} />;
    case 'number':
      return <InputNumber {...given} style={{ width: 160 }} placeholder={field.example} />;
    case 'list':
      return <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 8 }} placeholder={field.example} />;
    case 'boolean':
      return <Switch {...given} />;
    case 'select':
      return (
        <Select
          {...given}
          placeholder={field.example}
          allowClear={!field.isRequired}
          options={(field.choices ?? []).map((choice) => ({ value: choice.value, label: textOf(choice.labels) }))}
        />
      );
    case 'url':
    case 'text':
      return <Input {...given} placeholder={field.example} spellCheck={false} />;
  }
}

function helpOf(field: FieldDescriptor, textOf: ReturnType<typeof useLocalText>, t: Translate): string | undefined {
  const help = field.help === undefined ? '' : textOf(field.help);
  if (field.type === 'list' && help === '') return t('channels.form.list.help');
  return help === '' ? undefined : help;
}

function rulesOf(field: FieldDescriptor, secretsSet: readonly string[], t: Translate): Rule[] {
  const required: Rule = { required: true, message: t('common.required') };
  if (field.type === 'secret') {
    if (!field.isRequired) return [];
    // A stored secret may stay untouched, but it may not be cleared.
    if (!secretsSet.includes(field.name)) return [required];
    return [
      {
        validator: (_, value) => (value === '' ? Promise.reject(new Error(t('common.required'))) : Promise.resolve()),
      },
    ];
  }
  const rules: Rule[] = field.isRequired && field.type !== 'boolean' ? [required] : [];
  if (field.type === 'url') rules.push({ pattern: /^https?:\/\/\S+$/i, message: t('channels.form.url') });
  return rules;
}
