import { Form, InputNumber, type FormRule } from 'antd';
import { useT } from '../../i18n';

type Props = {
  readonly name: (string | number)[];
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly help?: string;
  /** An empty field is a value of its own. */
  readonly isOptional?: boolean;
  readonly isInteger?: boolean;
  readonly rules?: readonly FormRule[];
  readonly dependencies?: (string | number)[][];
};

/** A number with its unit and its range. */
export function NumberItem({
  name,
  label,
  unit,
  min,
  max,
  help,
  isOptional = false,
  isInteger = true,
  rules = [],
  dependencies,
}: Props) {
  const t = useT();
  const range: FormRule = {
    type: isInteger ? 'integer' : 'number',
    min,
    max,
    required: !isOptional,
    message: t('common.number.range', { min, max }),
  };
  return (
    <Form.Item name={name} label={label} extra={help} rules={[range, ...rules]} dependencies={dependencies}>
      <InputNumber style={{ width: 140 }} suffix={unit} />
    </Form.Item>
  );
}
